-- What a user of Neovim does: waits for the marks, has a fix applied, formats.
local function wait(what, holds)
  if not vim.wait(60000, holds, 5) then
    io.stderr:write('waited in vain for ' .. what .. '\n')
    vim.cmd('cquit 3')
  end
end

local function found()
  return vim.tbl_map(function(one)
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    return { code = one.code, severity = one.severity, words = line:sub(one.col + 1, one.end_col), line = one.lnum }
  end, vim.diagnostic.get(0))
end

local function buffer()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local out = {}
wait('marks', function() return #vim.diagnostic.get(0) > 0 end)
out.encoding = vim.lsp.get_clients()[1].offset_encoding
out.found = found()

local first = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local tick = vim.b.changedtick
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
wait('the fix', function() return vim.b.changedtick ~= tick end)
out.fixed = buffer()
wait('the marks to go', function() return #vim.diagnostic.get(0) == 0 end)

vim.cmd('undo')
wait('the marks to come back', function() return #vim.diagnostic.get(0) > 0 end)
vim.lsp.buf.format({ timeout_ms = 60000 })
out.formatted = buffer()

io.stdout:write(vim.json.encode(out))
vim.cmd('qall!')

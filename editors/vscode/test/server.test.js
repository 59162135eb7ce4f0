// The server as node's own client of the protocol sees it, started the way the extension starts it.

"use strict";

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { mkdtempSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { after, before, test } = require("node:test");
const { pathToFileURL } = require("node:url");
const protocol = require("vscode-languageserver-protocol/node");
const { initializationOptions, serverOptions } = require("../client");

const TEXT = "𠮷林讲话\n各位领导：\n　　𠮷林近日，我们再接再励。\n";
const folder = mkdtempSync(join(tmpdir(), "speechlint-"));
const uri = pathToFileURL(join(folder, "讲话 稿.txt")).href;
let server;
let connection;

before(async () => {
  writeFileSync(join(folder, "speechlint.toml"), 'select = ["typo/confusable-word"]\n');
  const { command, args } = serverOptions(process.env.SPEECHLINT);
  server = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout),
    new protocol.StreamMessageWriter(server.stdin),
  );
  connection.listen();
});

after(async () => {
  const left = new Promise((resolve) => server.once("exit", resolve));
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  assert.equal(await left, 0);
  connection.dispose();
});

test("the server takes the extension's greeting", async () => {
  const result = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: null,
    initializationOptions: initializationOptions({ preset: "", lang: "" }, true),
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true } },
      textDocument: {
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
          dataSupport: true,
          resolveSupport: { properties: ["edit"] },
        },
      },
    },
  });
  assert.equal(result.capabilities.positionEncoding, "utf-16");
  assert.equal(result.serverInfo.name, "speechlint");
  await connection.sendNotification(protocol.InitializedNotification.type, {});
});

test("a draft is marked exactly, and mended", async () => {
  const published = new Promise((resolve) =>
    connection.onNotification(protocol.PublishDiagnosticsNotification.type, resolve),
  );
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "plaintext", version: 7, text: TEXT },
  });
  const { diagnostics, version } = await published;
  assert.equal(version, 7);
  assert.deepEqual(
    diagnostics.map(({ range, code }) => [range, code]),
    [[{ start: { line: 2, character: 10 }, end: { line: 2, character: 14 } }, "typo/confusable-word"]],
  );
  const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri },
    range: diagnostics[0].range,
    context: { diagnostics, only: ["quickfix"] },
  });
  const preferred = actions.find((action) => action.isPreferred);
  const [change] = preferred.edit.documentChanges;
  assert.deepEqual(change.textDocument, { uri, version: 7 });
  const draft = protocol.TextDocument.create(uri, "plaintext", 7, TEXT);
  assert.equal(protocol.TextDocument.applyEdits(draft, change.edits), TEXT.replace("再励", "再厉"));
});

test("everything that is safe is mended at once, when the client asks for the edit", async () => {
  const [action] = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  assert.equal(action.kind, "source.fixAll.speechlint");
  assert.equal(action.edit, undefined);
  const resolved = await connection.sendRequest(protocol.CodeActionResolveRequest.type, action);
  const [change] = resolved.edit.documentChanges;
  assert.deepEqual(change.edits, [
    { range: { start: { line: 2, character: 13 }, end: { line: 2, character: 14 } }, newText: "厉" },
  ]);
});

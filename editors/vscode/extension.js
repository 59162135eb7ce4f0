// The extension: starts the server, starts it anew when settings or trust change, and shows the report.

"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { documentSelector, initializationOptions, serverOptions } = require("./client");

let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("speechlint.showReport", showReport),
    vscode.commands.registerCommand("speechlint.restart", restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration("speechlint") ? restart() : undefined,
    ),
  );
  await start();
}

async function deactivate() {
  const leaving = client;
  client = undefined;
  if (leaving) await leaving.stop();
}

async function start() {
  const settings = vscode.workspace.getConfiguration("speechlint");
  const wishes = { preset: settings.get("preset"), lang: settings.get("lang") };
  client = new LanguageClient("speechlint", "speechlint", serverOptions(settings.get("path")), {
    documentSelector: documentSelector(),
    initializationOptions: initializationOptions(wishes, vscode.workspace.isTrusted),
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(
      `speechlint 没有启动：${error.message}。请运行 pip install speechlint，或在设置 speechlint.path 里写明程序的位置。`,
    );
  }
}

async function restart() {
  await deactivate();
  await start();
}

/** The report on the draft in front, in an editor of its own beside it. */
async function showReport() {
  const editor = vscode.window.activeTextEditor;
  if (!client || !editor) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const content = await client.sendRequest("workspace/executeCommand", {
    command: "speechlint.report",
    arguments: [uri],
  });
  const report = await vscode.workspace.openTextDocument({ content, language: "log" });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

module.exports = { activate, deactivate };

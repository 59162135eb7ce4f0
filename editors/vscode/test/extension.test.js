// The extension in an editor made of nothing: what it starts, when it starts anew, what it shows.

"use strict";

const assert = require("node:assert/strict");
const Module = require("node:module");
const { beforeEach, test } = require("node:test");

const settings = {};
let clients;
let events;
let commands;
let shown;
let failing;

class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { id, server, options, running: false });
    this.code2ProtocolConverter = { asUri: String };
    clients.push(this);
  }
  async start() {
    if (failing) throw new Error("spawn speechlint ENOENT");
    this.running = true;
  }
  async stop() {
    this.running = false;
  }
  async sendRequest(method, params) {
    return `${method} ${params.command} ${params.arguments}`;
  }
}

const vscode = {
  ViewColumn: { Beside: -2 },
  commands: { registerCommand: (name, run) => (commands[name] = run) },
  window: {
    activeTextEditor: { document: { uri: "file:///a.txt" } },
    showErrorMessage: (message) => shown.push(message),
    showTextDocument: async (document) => shown.push(document.content),
  },
  workspace: {
    isTrusted: false,
    getConfiguration: () => ({ get: (key) => settings[key] }),
    onDidGrantWorkspaceTrust: (run) => (events.trust = run),
    onDidChangeConfiguration: (run) => (events.configuration = run),
    openTextDocument: async (document) => document,
  },
};

const load = Module._load;
Module._load = (name, ...rest) => {
  if (name === "vscode") return vscode;
  if (name === "vscode-languageclient/node") return { LanguageClient };
  return load(name, ...rest);
};
const extension = require("../extension");

beforeEach(async () => {
  await extension.deactivate();
  [clients, events, commands, shown, failing] = [[], {}, {}, [], false];
  vscode.workspace.isTrusted = false;
  Object.assign(settings, { path: "speechlint", preset: "", lang: "" });
});

const activate = () => extension.activate({ subscriptions: [] });

test("it starts the server for plain text and Markdown, saved or not", async () => {
  Object.assign(settings, { path: "/opt/speechlint", preset: "zh-hant" });
  await activate();
  const [client] = clients;
  assert.ok(client.running);
  assert.deepEqual(client.server, { command: "/opt/speechlint", args: ["server"] });
  assert.deepEqual(client.options.initializationOptions, { trusted: false, preset: "zh-hant", lang: null });
  assert.deepEqual(
    client.options.documentSelector.map(({ scheme, language }) => `${scheme}:${language}`),
    ["file:plaintext", "file:markdown", "untitled:plaintext", "untitled:markdown"],
  );
});

test("it starts anew when the workspace is trusted, with that trust", async () => {
  await activate();
  vscode.workspace.isTrusted = true;
  await events.trust();
  assert.deepEqual(clients.map((client) => client.running), [false, true]);
  assert.equal(clients[1].options.initializationOptions.trusted, true);
});

test("it starts anew when its own settings change, and only then", async () => {
  await activate();
  await events.configuration({ affectsConfiguration: (name) => name === "editor" });
  assert.equal(clients.length, 1);
  settings.lang = "en";
  await events.configuration({ affectsConfiguration: (name) => name === "speechlint" });
  assert.equal(clients[1].options.initializationOptions.lang, "en");
  await commands["speechlint.restart"]();
  assert.deepEqual(clients.map((client) => client.running), [false, false, true]);
});

test("it shows the report on the draft in front", async () => {
  await activate();
  await commands["speechlint.showReport"]();
  assert.deepEqual(shown, ["workspace/executeCommand speechlint.report file:///a.txt"]);
});

test("it says how to mend a program that is not there", async () => {
  failing = true;
  await activate();
  assert.match(shown[0], /pip install speechlint/);
  await commands["speechlint.showReport"]();
  assert.equal(shown.length, 1);
});

test("it leaves no server behind", async () => {
  await activate();
  await extension.deactivate();
  assert.equal(clients[0].running, false);
});

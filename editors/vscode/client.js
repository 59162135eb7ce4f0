// What the extension asks of the language client: plain values, so that they can be tried without an editor.

"use strict";

const LANGUAGES = ["plaintext", "markdown"];

/** How the server is started; `path` is the program. */
function serverOptions(path) {
  return { command: path || "speechlint", args: ["server"] };
}

/** What the server is told at the start. `trusted` is the workspace's own trust, which no setting can give. */
function initializationOptions(settings, trusted) {
  return { trusted, preset: settings.preset || null, lang: settings.lang || null };
}

/** Which drafts the server sees: files, and those that were not saved yet. */
function documentSelector() {
  return ["file", "untitled"].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
}

module.exports = { documentSelector, initializationOptions, serverOptions };

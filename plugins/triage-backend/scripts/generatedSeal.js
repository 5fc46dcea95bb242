/*
 * `yarn generate` needs Java and Maven Central, the tests need nothing but Node. So the generator's last step writes down
 * a checksum of the contract and of everything generated from it, and a test compares: it fails when openapi.yaml was changed
 * without generating, and when a generated file was edited by hand.
 */
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const plugins = join(__dirname, '..', '..');
const contract = join(plugins, 'triage-backend', 'src', 'schema', 'openapi.yaml');
const sealFile = join(plugins, 'triage-backend', 'src', 'schema', 'openapi.seal');
const generated = ['triage-backend', 'triage-common'].map(name => join(plugins, name, 'src', 'schema', 'openapi'));

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** SHA-256 over path and text of every file; line ends do not count, a checkout on Windows changes them. */
function computeSeal() {
  const hash = createHash('sha256');
  for (const file of [contract, ...generated.flatMap(filesBelow)].sort()) {
    hash.update(relative(plugins, file).replace(/\\/g, '/'));
    hash.update(readFileSync(file, 'utf8').replace(/\r\n/g, '\n'));
  }
  return hash.digest('hex');
}

function readSeal() {
  return readFileSync(sealFile, 'utf8').trim();
}

module.exports = { computeSeal, readSeal };

if (require.main === module) {
  writeFileSync(sealFile, `${computeSeal()}\n`);
}

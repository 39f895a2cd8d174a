import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step } from './progress.ts';

/** Debian's, Ubuntu's and Google's usual places. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for the journeys: the one that is here, else Debian's, installed where that is possible. */
export async function findChromium(): Promise<{ path: string } | { fault: string }> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    return existsSync(chosen)
      ? { path: chosen }
      : { fault: `CHROMIUM_PATH names ${chosen}, which does not exist.` };
  }
  const found = usualPlaces.find((place) => existsSync(place));
  if (found !== undefined) return { path: found };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Chromium installed', installDebianChromium);
    const installed = usualPlaces.find((place) => existsSync(place));
    if (installed !== undefined) return { path: installed };
  }
  return {
    fault:
      'The journeys need Chromium: install it (as root: apt-get install chromium) or give its place in CHROMIUM_PATH.',
  };
}

function installDebianChromium(): void {
  const surroundings = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  spawnSync('apt-get', ['update'], surroundings);
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], surroundings);
}

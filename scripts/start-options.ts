import manifest from '../package.json' with { type: 'json' };

const line = /^exec node (.+) scripts\/start\.ts$/.exec(manifest.scripts.start)?.[1];
if (line === undefined) throw new Error('the start script in package.json is not as it is read here');

/** What `npm start` gives to Node before the script: whoever starts the server in another way gives it the same. */
export const startOptions: readonly string[] = line.split(' ');

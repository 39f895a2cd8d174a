import { readConfiguration } from '../../apps/server/configuration.ts';
import { serve } from '../../apps/server/main.ts';

/** The real server as a process of its own, so that a test can kill it. Addresses come by environment. */
const { OWNER_URL: ownerUrl = '', APP_URL: appUrl = '' } = process.env;
const configuration = readConfiguration(process.env);
if ('faults' in configuration) throw new Error(configuration.faults.join('\n'));
await serve(configuration, { ownerUrl, appUrl });
console.log('listening');

import { readConfiguration } from '../../apps/server/configuration.ts';
import { serve } from '../../apps/server/main.ts';
import { answerQuestions } from './measured-process.ts';

/** The product's own server in production mode, in a process of its own. With DATABASE_URL it is one of several, as in a school. */
const { PORT, DATABASE_URL, OWNER_URL: ownerUrl = '', APP_URL: appUrl = '' } = process.env;
const configuration = readConfiguration({
  MODE: 'production',
  PORT,
  DATABASE_URL,
  HOST: '127.0.0.1',
  BASE_URL: 'https://bord.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'bord@school.example',
  SESSION_SECRET: 'only-for-a-bench: 0123456789 abcdefghij',
});
if ('faults' in configuration) throw new Error(configuration.faults.join('\n'));
const server = await serve(configuration, { ownerUrl, appUrl });
answerQuestions(() => server.close());
process.send?.('ready');

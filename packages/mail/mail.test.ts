import PostalMime from 'postal-mime';
import postgres from 'postgres';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Database } from '#packages/database';
import {
  escapeHtml,
  MailSender,
  Outbox,
  type OutgoingMail,
  Refused,
  smtpDelivery,
  writeLetter,
} from '#packages/mail';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { mailbox } from '#packages/testing/mail';
import { waitAfter } from './sender.ts';

let own: TestDatabase;
let database: Database;
let owner: postgres.Sql;
let time = Date.UTC(2026, 10, 24, 15, 0);
const now = () => time;
const outbox = new Outbox();

beforeAll(async () => {
  own = await testDatabase();
  database = new Database(own.appUrl, { connections: 4, now });
  owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
});
beforeEach(async () => {
  await owner`delete from outgoing_mail`;
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await own.drop();
});

const put = (change: Partial<Parameters<Outbox['put']>[1]> = {}) =>
  database.within({ scope: 'sign-in' }, (sql) =>
    outbox.put(sql, {
      to: 'sam@school.example',
      language: 'nl',
      subject: 'Je code',
      text: '123456',
      html: '<p>123456</p>',
      ...change,
    }),
  );

function senderTo(deliver: (mail: OutgoingMail) => Promise<void>) {
  const faults: unknown[] = [];
  return {
    faults,
    sender: new MailSender({ database, deliver, onFault: (fault) => faults.push(fault) }),
  };
}

const rows = () => owner`select * from outgoing_mail order by made_at`;

describe('the outbox', () => {
  test('a mail is there if and only if the rest of the transaction happened', async () => {
    const failing = database.within({ scope: 'sign-in' }, async (sql) => {
      await outbox.put(sql, { to: 'a@b.example', language: 'nl', subject: 's', text: 't', html: 'h' });
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else');
    expect(await rows()).toHaveLength(0);
    await put();
    expect(await rows()).toHaveLength(1);
  });

  test('a line break in a name makes no second header', async () => {
    await put({ subject: 'Sam\r\nBcc: everybody@school.example nodigt je uit' });
    expect((await rows())[0]?.subject).toBe('Sam Bcc: everybody@school.example nodigt je uit');
  });

  test('in a demonstration it can be read, newest first', async () => {
    await put({ subject: 'first' });
    time += 1000;
    await put({ subject: 'second' });
    expect((await mailbox(database)).map((mail) => [mail.subject, mail.text, mail.to])).toEqual([
      ['second', '123456', 'sam@school.example'],
      ['first', '123456', 'sam@school.example'],
    ]);
  });
});

describe('the sender', () => {
  test('sends once, and keeps no text of what was sent', async () => {
    const sent: OutgoingMail[] = [];
    const { sender } = senderTo(async (mail) => void sent.push(mail));
    await put();
    expect(await sender.sendDue()).toBe(1);
    expect(await sender.sendDue()).toBe(0);
    expect(sent).toMatchObject([{ to: 'sam@school.example', subject: 'Je code', text: '123456' }]);
    expect((await rows())[0]).toMatchObject({ body_text: null, body_html: null, sent_at: expect.any(Date) });
  });

  test('waits longer after every failure, and gives up in the end', async () => {
    const { sender, faults } = senderTo(async () => {
      throw new Error('greylisted');
    });
    await put();
    const waits: number[] = [];
    for (let hour = 0; hour < 100; hour++) {
      const before = faults.length;
      await sender.sendDue();
      if (faults.length > before) waits.push(waitAfter(faults.length));
      time += 3600_000;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600]);
    expect((await rows())[0]).toMatchObject({
      given_up_at: expect.any(Date),
      last_fault: 'greylisted',
      body_text: null,
    });
  });

  test('does not try again before its time, and one bad mail does not hold up the others', async () => {
    const sent: string[] = [];
    const { sender } = senderTo(async (mail) => {
      if (mail.subject === 'bad') throw new Error('no');
      sent.push(mail.subject);
    });
    await put({ subject: 'bad' });
    time += 1;
    await put({ subject: 'good' });
    await sender.sendDue();
    time += 29_000;
    await sender.sendDue();
    expect(sent).toEqual(['good']);
    expect((await rows())[0]).toMatchObject({ tries: 1 });
    time += 2_000;
    await sender.sendDue();
    expect((await rows())[0]).toMatchObject({ tries: 2 });
  });

  test('what the mail server will never take is not tried again', async () => {
    const { sender } = senderTo(async () => {
      throw new Refused('550 no such user');
    });
    await put();
    await sender.sendDue();
    expect((await rows())[0]).toMatchObject({
      tries: 1,
      last_fault: '550 no such user',
      given_up_at: expect.any(Date),
    });
  });

  test('a code that has run out is not sent late', async () => {
    const sent: OutgoingMail[] = [];
    const { sender } = senderTo(async (mail) => void sent.push(mail));
    await put({ expiresAt: new Date(time + 600_000).toISOString() });
    time += 600_001;
    expect(await sender.sendDue()).toBe(0);
    expect(sent).toEqual([]);
    expect((await rows())[0]).toMatchObject({ body_text: null, given_up_at: expect.any(Date) });
  });

  test('two servers send twenty mails once', async () => {
    const sent: string[] = [];
    const deliver = async (mail: OutgoingMail) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      sent.push(mail.id);
    };
    for (let count = 0; count < 20; count++) await put();
    await Promise.all([senderTo(deliver).sender.sendDue(), senderTo(deliver).sender.sendDue()]);
    expect(new Set(sent).size).toBe(20);
    expect(sent).toHaveLength(20);
  });

  test('a server that died while sending: another takes it up after two minutes', async () => {
    const never = senderTo(() => new Promise(() => {}));
    await put();
    void never.sender.sendDue();
    await expect.poll(async () => (await rows())[0]?.tries).toBe(1);
    const sent: OutgoingMail[] = [];
    const { sender } = senderTo(async (mail) => void sent.push(mail));
    expect(await sender.sendDue()).toBe(0);
    time += 121_000;
    expect(await sender.sendDue()).toBe(1);
  });

  test('hears a new mail at once', async () => {
    const sent: OutgoingMail[] = [];
    const { sender } = senderTo(async (mail) => void sent.push(mail));
    await sender.start();
    onTestFinished(() => sender.stop());
    await put();
    await expect.poll(() => sent.length, { timeout: 3_000 }).toBe(1);
  });
});

describe('over SMTP', () => {
  const port = 23_417;
  async function mailServer(options: { refuse?: string; code?: number } = {}) {
    const received: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, done) =>
        done(
          address === options.refuse
            ? Object.assign(new Error('not here'), { responseCode: options.code ?? 550 })
            : null,
        ),
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => {
          text += part.toString('utf8');
        });
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const smtp = smtpDelivery({ url: `smtp://127.0.0.1:${port}`, from: 'Samenbeter <bord@school.example>' });
    onTestFinished(async () => {
      smtp.close();
      await new Promise<void>((resolve) => server.close(resolve));
    });
    return { received, smtp };
  }

  test('a letter arrives whole: both forms, accents, its language', async () => {
    const { received, smtp } = await mailServer();
    const letter = writeLetter({
      language: 'nl',
      subject: 'Geëvalueerd',
      greeting: 'Hallo Zoë,',
      before: ['Eén <regel>'],
      code: '123456',
    });
    await smtp.deliver({ id: 'mail-1', to: 'zoe@school.example', ...letter });
    const mail = await PostalMime.parse(received[0] ?? '');
    expect(mail.subject).toBe('Geëvalueerd');
    expect(mail.from).toMatchObject({ name: 'Samenbeter', address: 'bord@school.example' });
    expect(mail.to).toMatchObject([{ address: 'zoe@school.example' }]);
    expect(mail.messageId).toBe('<mail-1@school.example>');
    expect(mail.text).toContain('Eén <regel>');
    expect(mail.html).toContain('Eén &#60;regel&#62;');
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: 'nl' }));
  });

  test('an address that does not exist is refused for good', async () => {
    const mail = {
      id: 'm',
      to: 'gone@school.example',
      language: 'nl',
      subject: 's',
      text: 't',
      html: 'h',
    } as const;
    const { smtp } = await mailServer({ refuse: 'gone@school.example' });
    await expect(smtp.deliver(mail)).rejects.toBeInstanceOf(Refused);
  });

  test('a full mailbox may be emptied: it is tried again', async () => {
    const { smtp } = await mailServer({ refuse: 'full@school.example', code: 452 });
    const mail = {
      id: 'm',
      to: 'full@school.example',
      language: 'nl',
      subject: 's',
      text: 't',
      html: 'h',
    } as const;
    await expect(smtp.deliver(mail)).rejects.not.toBeInstanceOf(Refused);
  });

  test('a mail server that is not there is a fault, not the end', async () => {
    const smtp = smtpDelivery({ url: 'smtp://127.0.0.1:23418', from: 'bord@school.example' });
    onTestFinished(() => smtp.close());
    const mail = {
      id: 'm',
      to: 'a@school.example',
      language: 'nl',
      subject: 's',
      text: 't',
      html: 'h',
    } as const;
    await expect(smtp.deliver(mail)).rejects.not.toBeInstanceOf(Refused);
  });
});

describe('a letter', () => {
  const letter = {
    language: 'nl',
    subject: 'Samenvatting',
    greeting: 'Hallo Sam,',
    before: ['Dit spraken jullie af.'],
    button: { text: 'Naar het bord', url: 'https://bord.example/?a=1&b="2"' },
    lists: [{ heading: 'Sam', items: ['exit tickets <vr>', 'bellen'] }],
    after: ['Tot volgende week.'],
  } as const;

  test('says the same in text and in HTML', () => {
    const { text, html } = writeLetter(letter);
    expect(text).toBe(
      'Hallo Sam,\n\nDit spraken jullie af.\n\nNaar het bord:\nhttps://bord.example/?a=1&b="2"\n\nSam\n- exit tickets <vr>\n- bellen\n\nTot volgende week.\n\nSamenbeter\n',
    );
    for (const words of [
      'Hallo Sam,',
      'Dit spraken jullie af.',
      'exit tickets &#60;vr&#62;',
      'Tot volgende week.',
    ])
      expect(html).toContain(words);
  });

  test('what people typed is never markup', () => {
    expect(escapeHtml(`<img src=x onerror="alert('1')">&`)).toBe(
      '&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;',
    );
    const { html } = writeLetter({ ...letter, subject: '</title><script>', greeting: '<script>' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('href="https://bord.example/?a=1&#38;b=&#34;2&#34;"');
  });
});

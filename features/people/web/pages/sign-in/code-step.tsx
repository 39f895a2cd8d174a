import { type FormEvent, useRef, useState } from 'react';
import { type SignedInNow, signInContract } from '#features/people/domain';
import { call, isRefusedWith } from '#packages/http/client';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useDoing, useWordsOf } from '#packages/pages';
import { Banner, Button, Card, Icon, LinkButton, Row, Stack, TextField, useToasts } from '#packages/ui';
import { mailboxAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import styles from './code-step.module.css';
import { messages } from './messages.ts';
import { CODE_MS, type CodeAsked } from './use-code-asked.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

const RESEND_MS = 30_000;

/** The six digits from the mail: typed, pasted, or filled in by the phone. */
export function CodeStep({
  asked,
  isDemonstration,
  onAskAgain,
  onOtherAddress,
  onSignedIn,
}: {
  asked: CodeAsked;
  isDemonstration: boolean;
  /** Has a new code sent; rejects when that was refused. */
  onAskAgain: () => Promise<void>;
  /** Null: the address is given, as in an invitation. */
  onOtherAddress: (() => void) | null;
  onSignedIn: (signedIn: SignedInNow) => void;
}) {
  const say = useMessages(messages);
  const wordsOf = useWordsOf();
  const adoptLanguage = useAccountLanguage();
  const toasts = useToasts();
  const [code, setCode] = useState('');
  const [isShort, setShort] = useState(false);
  const trying = useDoing();
  const resending = useDoing();
  const field = useRef<HTMLInputElement>(null);
  const waitSeconds = useSecondsLeft(asked.at + RESEND_MS);
  const isOld = useSecondsLeft(asked.at + CODE_MS) === 0;
  const isVoid = isRefusedWith(trying.fault, 'people.code-void', 'people.other-browser');
  const needsNew = isOld || isVoid;

  const attempt = async (digits: string) => {
    const done = await trying.act(async () => {
      const signedIn = await call(signInContract.signIn, { body: { email: asked.email, code: digits } });
      await adoptLanguage();
      onSignedIn(signedIn);
    });
    if (!done) requestAnimationFrame(() => field.current?.select());
  };

  const change = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 6);
    const isNew = digits !== code;
    setCode(digits);
    setShort(false);
    trying.forget();
    if (isNew && digits.length === 6) void attempt(digits);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) void attempt(code);
    else setShort(true);
  };

  const resend = () =>
    void resending.act(onAskAgain).then((done) => {
      if (!done) return;
      setCode('');
      trying.forget();
      toasts.show({ text: say.newCodeSent, icon: 'mail' });
      field.current?.focus();
    });

  const error = isShort
    ? say.codeShort
    : trying.fault
      ? wordsOf(trying.fault)
      : isOld
        ? say.codeOld
        : undefined;
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <p>{say.codeSent(asked.email)}</p>
          <TextField
            ref={field}
            label={say.code}
            hint={trying.busy ? say.checking : say.codeHint}
            error={error}
            value={code}
            onChange={change}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]*"
            autoFocus
            className={styles.code}
          />
          {needsNew ? (
            <Button kind="primary" wide busy={resending.busy} onClick={resend}>
              {say.newCode}
            </Button>
          ) : (
            <Button kind="primary" type="submit" wide busy={trying.busy}>
              {say.comeIn}
            </Button>
          )}
          {isDemonstration && (
            <Banner
              icon="mail"
              actions={
                <LinkButton size="small" href={mailboxAt.to()} target="_blank">
                  {say.openMailbox}
                </LinkButton>
              }
            >
              {say.demonstrationMail}
            </Banner>
          )}
          <div>
            {!isDemonstration && (
              <p className={styles.aside}>
                <strong>{say.noMail}</strong> {say.noMailText}
              </p>
            )}
            {resending.fault !== null && <p className={styles.refused}>{wordsOf(resending.fault)}</p>}
            <Row gap={2}>
              {!needsNew && (
                <Button
                  kind="quiet"
                  size="small"
                  busy={resending.busy}
                  disabled={waitSeconds > 0}
                  onClick={resend}
                >
                  {waitSeconds > 0 ? say.newCodeIn(waitSeconds) : say.newCode}
                </Button>
              )}
              {onOtherAddress && (
                <Button kind="quiet" size="small" icon={<Icon name="edit" />} onClick={onOtherAddress}>
                  {say.otherAddress}
                </Button>
              )}
            </Row>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

/** Asks who has come in; a device on which nobody chose a language speaks theirs. */
function useAccountLanguage(): () => Promise<void> {
  const { refresh } = useStanding();
  const { isChosen, setLanguage } = useLanguage();
  return async () => {
    const me = await refresh();
    if (me && !isChosen) setLanguage(me.language);
  };
}

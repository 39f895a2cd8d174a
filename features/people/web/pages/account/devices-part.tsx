import { type Device, meContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { sayMoment } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, Moment, useAnswer, useDoing } from '#packages/pages';
import { Button, Card, Icon, Pill, SectionHeading, useToasts, VisuallyHidden } from '#packages/ui';
import { useStanding } from '../../me.tsx';
import styles from './account.module.css';
import { messages } from './messages.ts';

const hand = ['iPhone', 'iPad', 'Android'];

/** Where somebody is signed in; each can be signed out from here (rule P10). */
export function DevicesPart() {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const { refresh } = useStanding();
  const toasts = useToasts();
  const { answer, again } = useAnswer(meContract.sessions);
  const ending = useDoing();

  const nameOf = ({ browser, system }: Device) =>
    browser !== null && system !== null
      ? say.browserOn(browser, system)
      : (browser ?? system ?? say.unknownDevice);
  const end = (device: Device) =>
    void ending.act(async () => {
      await call(meContract.endSession, { params: { session: device.id } });
      if (device.isThisOne) await refresh();
      else {
        await again();
        toasts.show({ text: say.ended(nameOf(device)), icon: 'check' });
      }
    });
  return (
    <Card aria-labelledby="account-devices">
      <SectionHeading id="account-devices">{say.devices}</SectionHeading>
      <p className={styles.hint}>{say.devicesHint}</p>
      {answer.is === 'asking' && <Moment />}
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      <Fault of={ending.fault} />
      {answer.is === 'here' && (
        <ul className={styles.list}>
          {answer.value.sessions.map((device) => (
            <li key={device.id} className={styles.line}>
              <Icon name={hand.includes(device.system ?? '') ? 'phone' : 'wall'} />
              <div className={styles.words}>
                <p className={styles.strong}>
                  {nameOf(device)} {device.isThisOne && <Pill tone="accent">{say.thisOne}</Pill>}
                </p>
                <p className={styles.hint}>
                  {say.seen(sayMoment(Date.parse(device.lastSeenAt), language))} ·{' '}
                  {say.since(sayMoment(Date.parse(device.signedInAt), language))}
                </p>
              </div>
              {!device.isThisOne && (
                <Button kind="quiet" size="small" busy={ending.busy} onClick={() => end(device)}>
                  {say.end}
                  <VisuallyHidden>: {nameOf(device)}</VisuallyHidden>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

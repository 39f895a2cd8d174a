import { useCallback } from 'react';
import { Link, useLocation } from 'wouter';
import type { Me } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { PlainPage } from '#packages/pages';
import { Banner, useRoom } from '#packages/ui';
import { homeAt, pairScreenAt, signInAt, teamAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import { QrCode } from '../../qr-code.tsx';
import { messages } from './messages.ts';
import styles from './pairing.module.css';
import { usePairing } from './use-pairing.ts';

/** What a wall screen shows until it is a team's board. */
export function PairingPage({ wasDisplay = false }: { wasDisplay?: boolean }) {
  const say = useMessages(messages);
  const room = useRoom();
  const { standing } = useStanding();
  const [, go] = useLocation();
  const toBoard = useCallback(
    (me: Me) => {
      if (me.actor.kind === 'display') go(teamAt.to({ team: me.actor.teamId }), { replace: true });
    },
    [go],
  );
  const { pairing, isConnected } = usePairing(toBoard);
  const code = pairing.is === 'waiting' ? pairing.code : null;

  return (
    <PlainPage title={wasDisplay ? say.unpairedTitle : say.title} room={room} width="full">
      {wasDisplay && <p>{say.unpairedText}</p>}
      {standing.is === 'in' && standing.me.actor.kind === 'person' && (
        <Banner tone="warning">{say.signedIn(standing.me.name)}</Banner>
      )}
      <div className={styles.pairing}>
        <div className={styles.words}>
          <p className={styles.how}>{say.how}</p>
          <div>
            <p className={styles.label} id="pairing-code">
              {say.code}
            </p>
            <p className={styles.code} aria-labelledby="pairing-code" role="status">
              {code ? (
                <>
                  <span>{code.slice(0, 3)}</span> <span>{code.slice(3)}</span>
                </>
              ) : (
                '··· ···'
              )}
            </p>
          </div>
          <p className={styles.state} role="status">
            {!isConnected ? say.noConnection : pairing.is === 'paired' ? say.paired : say.waiting}
          </p>
        </div>
        {code && (
          <figure className={styles.qr}>
            <QrCode text={`${location.origin}${pairScreenAt.to({ code })}`} label={say.qr} />
            <figcaption>{say.orScan}</figcaption>
          </figure>
        )}
      </div>
      <p className={styles.out}>
        <Link href={(wasDisplay ? signInAt : homeAt).to()}>{say.backOut}</Link>
      </p>
    </PlainPage>
  );
}

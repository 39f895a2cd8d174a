import { useEffect, useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { sessionAt } from '../../addresses.ts';
import { useBoard } from '../../use-board.ts';
import styles from './check-in.module.css';
import { checkInMessages } from './check-in-messages.ts';

/**
 * A phone that scans this joins the session. What draws the code comes only when it is asked for; it draws dark on
 * white, which a camera needs in the dark as well.
 */
export function JoinCode() {
  const { teamId } = useBoard();
  const say = useMessages(checkInMessages);
  const [picture, setPicture] = useState<string | null>(null);
  const address = `${location.origin}${sessionAt.to({ team: teamId })}`;

  useEffect(() => {
    let isOver = false;
    void import('qrcode')
      .then(({ toString: draw }) => draw(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }))
      .then((svg) => {
        if (!isOver) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      });
    return () => {
      isOver = true;
    };
  }, [address]);

  return (
    <aside className={styles.join} aria-label={say.phone}>
      <div className={styles.code}>{picture !== null && <img src={picture} alt={say.code} />}</div>
      <p>
        <strong>{say.phone}</strong>
        <span>{say.phoneText}</span>
      </p>
    </aside>
  );
}

import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { joinAt } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, TextField } from '#packages/ui';
import styles from './home.module.css';
import { homeMessages } from './home-messages.ts';

/** For who belongs to no team yet: the code that a colleague can give. */
export function JoinTeam() {
  const say = useMessages(homeMessages);
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');
  const join = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    if (typed !== '') navigate(joinAt.to({ code: typed }));
  };
  return (
    <Card>
      <h2>{say.joinTitle}</h2>
      <p>{say.joinText}</p>
      <form className={styles.column} onSubmit={join}>
        <TextField
          label={say.code}
          value={code}
          onChange={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          required
        />
        <Button kind="primary" type="submit">
          {say.joinTeam}
        </Button>
      </form>
    </Card>
  );
}

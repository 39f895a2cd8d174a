import { type FormEvent, useState } from 'react';
import { meContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { LANGUAGES, type Language } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import {
  Button,
  Card,
  ChoiceGroup,
  Icon,
  SectionHeading,
  Stack,
  TextField,
  type Theme,
  useTheme,
  useToasts,
} from '#packages/ui';
import { useMe, useStanding } from '../../me.tsx';
import styles from './account.module.css';
import { messages } from './messages.ts';

const themes = [
  ['auto', 'settings'],
  ['light', 'sun'],
  ['dark', 'moon'],
] as const satisfies readonly (readonly [Theme, string])[];

export function AboutPart() {
  const say = useMessages(messages);
  const { themes: themeNames } = useMessages(pageMessages);
  const me = useMe();
  const { refresh } = useStanding();
  const { language, setLanguage } = useLanguage();
  const [theme, setTheme] = useTheme();
  const toasts = useToasts();
  const [name, setName] = useState(me.name);
  const keeping = useDoing();
  const isEmpty = name.trim() === '';
  const isChanged = name.trim() !== me.name;

  const keep = (next: { name: string; language: Language }) =>
    void keeping.act(async () => {
      await call(meContract.change, { body: next });
      await refresh();
      toasts.show({ text: say.kept, icon: 'check' });
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !isEmpty) keep({ name: name.trim(), language });
  };
  return (
    <Card aria-labelledby="account-about">
      <SectionHeading id="account-about" remark={me.email}>
        {say.about}
      </SectionHeading>
      <Stack gap={4}>
        <form onSubmit={submit} noValidate className={styles.name}>
          <TextField
            label={say.name}
            hint={say.nameHint}
            error={isEmpty ? say.nameMissing : undefined}
            value={name}
            onChange={setName}
            autoComplete="name"
            maxLength={80}
          />
          {isChanged && !isEmpty && (
            <Button type="submit" busy={keeping.busy}>
              {say.keepName}
            </Button>
          )}
        </form>
        <Fault of={keeping.fault} />
        <div>
          <ChoiceGroup
            legend={say.language}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: say.languages[value] }))}
            onChange={(chosen) => {
              setLanguage(chosen);
              keep({ name: me.name, language: chosen });
            }}
          />
          <p className={styles.hint}>{say.languageHint}</p>
        </div>
        <ChoiceGroup
          legend={say.theme}
          value={theme}
          choices={themes.map(([value, icon]) => ({
            value,
            label: themeNames[value],
            picture: <Icon name={icon} />,
          }))}
          onChange={setTheme}
        />
      </Stack>
    </Card>
  );
}

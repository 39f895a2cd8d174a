import { useMessages } from '#packages/i18n/react';
import { PlainPage, pageMessages } from '#packages/pages';
import { homeAt } from '../../addresses.ts';
import { AboutPart } from './about-part.tsx';
import { DevicesPart } from './devices-part.tsx';
import { messages } from './messages.ts';
import { PlacesPart } from './places-part.tsx';
import { SignOutPart } from './sign-out-part.tsx';

/** Oneself: name, language, light or dark, places, devices (rules P9, P10). */
export function AccountPage() {
  const say = useMessages(messages);
  const { toOverview } = useMessages(pageMessages);
  return (
    <PlainPage title={say.title} back={{ href: homeAt.to(), label: toOverview }}>
      <PlacesPart />
      <AboutPart />
      <DevicesPart />
      <SignOutPart />
    </PlainPage>
  );
}

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../language.ts';

type Spoken = {
  readonly language: Language;
  /** Somebody chose it on this device; otherwise it was guessed from the browser. */
  readonly isChosen: boolean;
  readonly setLanguage: (language: Language) => void;
};

const LanguageContext = createContext<Spoken | null>(null);
const KEPT = 'samenbeter-language';

function keptLanguage(): Language | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'nl' || kept === 'en' ? kept : null;
}

function firstLanguage(): Language {
  const kept = keptLanguage();
  if (kept) return kept;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'nl';
}

/** The language of this device; the page itself says which one it is, for screen readers. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [isChosen, setChosen] = useState(() => keptLanguage() !== null);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      isChosen,
      setLanguage: (chosen) => {
        localStorage.setItem(KEPT, chosen);
        setLanguage(chosen);
        setChosen(true);
      },
    }),
    [language, isChosen],
  );
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('useLanguage needs a LanguageProvider above it');
  return spoken;
}

/** A stretch of a page that speaks a language of its own, and says which to screen readers. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const around = useLanguage();
  const spoken = useMemo<Spoken>(() => ({ ...around, language }), [around, language]);
  return (
    <div lang={language} style={{ display: 'contents' }}>
      <LanguageContext value={spoken}>{children}</LanguageContext>
    </div>
  );
}

/** The catalogue of the language that is spoken: `const say = useMessages(messages)` with `messages = { nl, en }`. */
export function useMessages<M>(catalogues: Readonly<Record<Language, M>>): M {
  return catalogues[useLanguage().language];
}

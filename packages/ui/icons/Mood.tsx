import type { ReactNode } from 'react';

/** 1 = heavy … 5 = cheerful. */
export type MoodLevel = 1 | 2 | 3 | 4 | 5;

const mouths: Record<MoodLevel, string> = {
  1: 'M8 17.2c1.9-2.9 6.1-2.9 8 0',
  2: 'M8.3 16.500c1.9-1.4 5.5-1.4 7.4 0',
  3: 'M8.5 15.500h7',
  4: 'M8.3 14.600c1.9 1.7 5.5 1.7 7.4 0',
  5: 'M7.5 13.500h9c-.5 5-8.5 5-9 0Z',
};

const weather: Record<MoodLevel, ReactNode> = {
  1: <path d="M7 14a4.2 4.2 0 0 1 .4-8.300A5.5 5.5 0 0 1 17.9 7 3.6 3.6 0 0 1 17.5 14M13 11l-3 5h4l-3 5.5" />,
  2: (
    <path d="M7 14a4.2 4.2 0 0 1 .4-8.300A5.5 5.5 0 0 1 17.9 7 3.6 3.6 0 0 1 17.5 14zM8 17.500l-1 3M12.5 17.500l-1 3M17 17.500l-1 3" />
  ),
  3: <path d="M7 18a4.5 4.5 0 0 1 .4-9A5.7 5.7 0 0 1 18.3 10.5 3.8 3.8 0 0 1 17.7 18z" />,
  4: (
    <path d="M9 20.500a3.5 3.5 0 0 1 .3-7 4.5 4.5 0 0 1 8.7 1.2 3 3 0 0 1-.5 5.800zM6.7 13.500A4.5 4.5 0 1 1 14 8.600M9.5 1.500v1.300M2 9h1.300M4.3 3.800l.9.9M14.7 3.800l-.9.9" />
  ),
  5: (
    <path d="M16.5 12a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM12 2v2.500M12 19.500V22M2 12h2.500M19.5 12H22M4.9 4.900l1.8 1.800M17.3 17.300l1.8 1.800M4.9 19.100l1.8-1.800M17.3 6.700l1.8-1.8" />
  ),
};

function Picture({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.5em"
      height="1.5em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** A face for the check-in; its meaning always stands beside it in words. */
export function MoodFace({ level }: { level: MoodLevel }) {
  return (
    <Picture>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M9 9.200v.6M15 9.200v.6" strokeWidth="2.4" />
      <path d={mouths[level]} />
    </Picture>
  );
}

/** Weather for the check-in, for teams that find faces childish. */
export function WeatherPicture({ level }: { level: MoodLevel }) {
  return <Picture>{weather[level]}</Picture>;
}

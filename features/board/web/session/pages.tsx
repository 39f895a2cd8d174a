export function SessionPage() {
  return <main />;
}

export function SessionsPage() {
  return <main />;
}

export function SummaryPage({ sessionId }: { sessionId: string }) {
  return <main data-session={sessionId} />;
}

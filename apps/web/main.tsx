import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepForOffline } from './keep-for-offline.ts';
import { reloadForNewVersion } from './reload-for-new-version.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
reloadForNewVersion();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void keepForOffline();

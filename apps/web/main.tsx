// First of all: it names the layers of the style sheets, and so which one wins.
import '#packages/ui';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyKeptTheme } from '#packages/ui';
import { App } from './app.tsx';
import { keepForOffline } from './keep-for-offline.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
applyKeptTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void keepForOffline();

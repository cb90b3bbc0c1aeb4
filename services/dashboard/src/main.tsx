import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import './style/tokens.css';
import './style/base.css';
import './style/chrome.css';
import './style/table.css';
import './style/chart.css';
import './style/releases.css';
import './style/print.css';
import { render } from 'preact';
import { goTo } from './address/navigation.ts';
import { settled } from './address/settled.ts';
import { App } from './app.tsx';

goTo(settled(location.pathname + location.search), 'replace');
const root = document.getElementById('page');
if (root) render(<App />, root);

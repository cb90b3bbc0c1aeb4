import { GATEWAY_ANSWERS } from '@chi-so/contract/gateway-answers';
import { PROBLEMS } from '@chi-so/contract/problem-codes';
import type { Lang } from '@chi-so/runtime/http';

/** The pages of the reference, in HTML. */

const document = (lang: Lang, title: string, head: string, body: string): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;

/** Starts the viewer. It would otherwise ask another host whether the document is valid. */
export const START = `window.SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  displayRequestDuration: true,
});
`;

/** `GET /docs`: every route, to read and to try. */
export const referencePage = (lang: Lang): string => {
  const says = (vi: string, en: string) => (lang === 'vi' ? vi : en);
  return document(
    lang,
    says('Chỉ Số: tài liệu API', 'Chỉ Số: API reference'),
    '<link rel="stylesheet" href="/docs/swagger-ui.css">',
    `<main id="reference">
<noscript>${says(
      'Trang này cần JavaScript. Nội dung có ở',
      'This page needs JavaScript. What it shows is in',
    )} <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript>
</main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>`,
  );
};

const STYLE = `<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #d0d0d0; }
tr:target { background: #fff3c4; }
td:nth-child(2) { font-variant-numeric: tabular-nums; }
</style>`;

/** `GET /docs/problems`: the codes, each with an anchor: the `type` of a problem leads here. */
export const problemsPage = (lang: Lang): string => {
  const [first, second] = lang === 'vi' ? (['vi', 'en'] as const) : (['en', 'vi'] as const);
  const says = (vi: string, en: string) => (lang === 'vi' ? vi : en);
  const rows = Object.entries(PROBLEMS)
    .sort(([a, { status }], [b, { status: other }]) => status - other || (a < b ? -1 : 1))
    .map(
      ([code, { status, ...text }]) =>
        `<tr id="${code}"><th scope="row"><a href="#${code}"><code>${code}</code></a></th><td>${status}</td>` +
        `<td lang="${first}">${escaped(text[first])}</td><td lang="${second}">${escaped(text[second])}</td></tr>`,
    );
  const gateways = GATEWAY_ANSWERS.map(
    ({ status, message, when }) =>
      `<tr><td>${status}</td><td>${message === null ? '–' : `<code>${escaped(JSON.stringify({ message }))}</code>`}</td><td>${escaped(when[lang])}</td></tr>`,
  );
  return document(
    lang,
    says('Chỉ Số: các mã lỗi', 'Chỉ Số: problem codes'),
    STYLE,
    `<main>
<p><a href="/docs">${says('Tài liệu API', 'API reference')}</a></p>
<h1>${says('Các mã lỗi', 'Problem codes')}</h1>
<p>${says(
      'Lỗi của hệ thống là <code>application/problem+json</code> (RFC 9457); <code>code</code> không bao giờ đổi.',
      'Errors of ours are <code>application/problem+json</code> (RFC 9457); <code>code</code> never changes.',
    )}</p>
<table>
<thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col" colspan="2">${says('nghĩa', 'meaning')}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<h2>${says('Lỗi của cổng vào', 'Errors of the gateway')}</h2>
<table>
<thead><tr><th scope="col">status</th><th scope="col">body</th><th scope="col">${says('khi', 'when')}</th></tr></thead>
<tbody>
${gateways.join('\n')}
</tbody>
</table>
</main>`,
  );
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

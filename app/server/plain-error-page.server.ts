type PlainStatus = 403 | 404 | 413 | 500;

const TEXTS: Record<PlainStatus, [heading: string, advice: string]> = {
  403: [
    'このページからは送れません',
    '安全のため、このサイトのページから送られたものだけを受け取っています。前のページを開き直して、もう一度お試しください。',
  ],
  404: ['ページが見つかりません', 'アドレスがちがうようです。ホームから探してみてください。'],
  413: [
    '送る量が大きすぎます',
    '文章を分けて送ってください。前のページにもどると、書いたものが残っています。',
  ],
  500: [
    'うまく表示できませんでした',
    '少し待ってから、もう一度お試しください。続くときは、下の番号を事務局にお知らせください。',
  ],
};

/** The page for when Remix cannot, or should not, be asked. It needs nothing else to be shown. */
export function plainErrorPage(status: PlainStatus, requestId: string): Response {
  const [heading, advice] = TEXTS[status];
  const html = `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}｜つながり</title></head><body><main><h1>${heading}</h1><p>${advice}</p><p>番号 ${requestId}</p><p><a href="/">ホームへもどる</a></p></main></body></html>`;
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

import { describe, expect, test } from 'vitest';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { withoutMarkup } from '#lint/text/markup.ts';
import { renderMarkdown } from './markdown.server.ts';

function checked(text: string): AnonymizedText {
  const result = gate({ text }, { profile: 'note' });
  if (result.verdict !== 'pass') throw new Error('A text of the tests names somebody');
  return result.texts.text;
}
const render = (text: string): string => renderMarkdown(checked(text)).trim();

/** Every tag with its attributes that a browser would see. */
const tagsIn = (html: string) => html.match(/<[a-z][^>]*>/gi) ?? [];

describe('Markdown', () => {
  test.each([
    ['a line break where return was pressed', '一\n二', '<p>一<br />二</p>'],
    ['paragraphs', '一\n\n二', '<p>一</p>\n<p>二</p>'],
    ['emphasis', '**太字** と ~~消し~~', '<p><strong>太字</strong> と <del>消し</del></p>'],
    ['a list', '- 一\n- 二', '<ul>\n<li>一</li>\n<li>二</li>\n</ul>'],
    ['a list that begins at three', '3. 三', '<ol start="3">\n<li>三</li>\n</ol>'],
    ['headings, moved below those of the page', '# 一\n## 二', '<h3>一</h3>\n<h4>二</h4>'],
    ['deep headings, which end at the sixth level', '##### 五', '<h6>五</h6>'],
    ['HTML, shown as it was typed', '<b>太字</b>', '<p>&lt;b&gt;太字&lt;/b&gt;</p>'],
    ['a comparison', '5 < 6 & 7 > 2', '<p>5 &lt; 6 &amp; 7 &gt; 2</p>'],
    ['the words of a picture without the picture', '![案内の図](https://x.example/a.png)', '<p>案内の図</p>'],
  ])('makes %s', (_, text, html) => {
    expect(render(text)).toBe(html);
  });

  test.each([
    ['これは**「分ける」**ことです', 'これは<strong>「分ける」</strong>ことです'],
    ['**注意！**です', '<strong>注意！</strong>です'],
    ['収入の**10%**です', '収入の<strong>10%</strong>です'],
    ['**(任意)**と*「必須」*を', '<strong>(任意)</strong>と<em>「必須」</em>を'],
    ['あ**「い*う*え」**お', 'あ<strong>「い<em>う</em>え」</strong>お'],
    ['𠮷**「野」**𠮷と**😀**と', '𠮷<strong>「野」</strong>𠮷と<strong>😀</strong>と'],
    ['**「一」\n二）**三', '<strong>「一」<br />二）</strong>三'],
    ['__「分ける」__と', '<strong>「分ける」</strong>と'],
    ['これは__分ける__ことです', 'これは<strong>分ける</strong>ことです'],
    ['__(任意)__と__「必須」__を', '<strong>(任意)</strong>と<strong>「必須」</strong>を'],
    ['__「野」__𠮷と', '<strong>「野」</strong>𠮷と'],
  ])('makes emphasis without spaces around it, as Japanese is written: %s', (text, html) => {
    expect(render(text)).toBe(`<p>${html}</p>`);
  });

  test('reads underscores between Japanese words as the check does', () => {
    for (const text of ['佐__「あ」__さん', 'これは__分ける__と', '__注意！__です'])
      expect(render(text).replace(/<[^>]*>/g, '')).toBe(withoutMarkup(text)?.text);
  });

  test.each([
    'snake_case_name と',
    'foo__bar__baz',
    'a__「あ」__b',
    '様式_令和7年_最終',
    '氏名______です',
    'これは__ 分ける __と',
    'これは`__分ける__`と',
  ])('keeps underscores that are none: %s', (text) => {
    expect(render(text).replace(/<[^>]*>/g, '')).toBe(text.replaceAll('`', ''));
  });

  test.each(['foo**"bar"**baz', 'a*"b"*', '2 * 3 * 4', 'これは** 分ける **と', '\\*「一」*'])(
    'keeps asterisks that are none: %s',
    (text) => {
      expect(render(text)).toBe(`<p>${text.replace('\\', '')}</p>`);
    },
  );

  test('reads thousands of asterisks in no time', () => {
    const before = performance.now();
    for (const piece of ['**「', '」**', '*「あ」**い', 'あ*（']) render(piece.repeat(1500));
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('takes twice as long for a text twice as long, however many asterisks and brackets stand in it', () => {
    // Straight to the parser: whether the texts name somebody is another question, and takes its own time.
    const milliseconds = (text: string) => {
      const before = performance.now();
      renderMarkdown(text as AnonymizedText);
      return performance.now() - before;
    };
    for (const piece of ['**aか゛', '[a](**a', '**a[', '**a`', '***a** ', 'か゛"~~', 'か__', '__か']) {
      const fill = (length: number) => piece.repeat(length / piece.length);
      milliseconds(fill(1000));
      expect(milliseconds(fill(16_000)), piece).toBeLessThan(10 * milliseconds(fill(4000)) + 100);
    }
  });

  test('shows a paragraph of nothing but emphasis as it was typed, and reads the next', () => {
    expect(render(`${'**一**と'.repeat(101)}\n\n**二**`)).toBe(
      `<p>${'**一**と'.repeat(101)}</p>\n<p><strong>二</strong></p>`,
    );
    expect(render('**一**と'.repeat(100))).toBe(`<p>${'<strong>一</strong>と'.repeat(100)}</p>`);
  });

  test('links to the web, without passing on who came from where', () => {
    expect(render('[手引き](https://www.mhlw.go.jp/)')).toBe(
      '<p><a href="https://www.mhlw.go.jp/" rel="nofollow noopener noreferrer">手引き</a></p>',
    );
  });

  test('a table', () => {
    expect(render('|月|件|\n|-|-|\n|四月|三|')).toContain('<td>四月</td>');
  });
});

describe('nothing that a member types becomes code', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//x.example/a.js></SCRIPT>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">押す</a>',
    '<div style="position:fixed;inset:0">',
    '<form action="https://x.example"><input name=p></form>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<<script>alert(1)//<</script>',
    '[押す](javascript:alert(1))',
    '[押す](JaVaScRiPt:alert(1))',
    '[押す](java\tscript:alert(1))',
    '[押す](&#106;avascript:alert(1))',
    '[押す](data:text/html;base64,PHNjcmlwdD4=)',
    '[押す](vbscript:msgbox)',
    '[押す](file:///etc/passwd)',
    '[押す](//x.example/a)',
    '[押す](https://x.example "\\" onmouseover=\\"alert(1)")',
    '[押す](https://x.example/"onmouseover="alert(1))',
    '![x](x"onerror="alert(1))',
    '![x" onerror="alert(1)](https://x.example/a.png)',
    '<https://x.example/"onclick=alert(1)>',
    '**<img src=x onerror=alert(1)>**',
    '> <script>alert(1)</script>',
    '- <script>alert(1)</script>',
    '|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|',
    '`<script>alert(1)</script>`',
    '```html\n<script>alert(1)</script>\n```',
    '```"><script>alert(1)</script>\nx\n```',
    '# <script>alert(1)</script>',
    '<!--><script>alert(1)</script>-->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '</p></div><script>alert(1)</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '[a]: javascript:alert(1)\n\n[押す][a]',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  ])('%s', (text) => {
    const html = render(text);
    const allowed =
      /^<(?:(?:p|br|strong|em|del|ul|ol|li|blockquote|code|pre|hr|h[3-6]|table|thead|tbody|tr|th|td)(?: start="\d+")?(?: \/)?|a(?: href="https?:\/\/[^"\s<>]*")?(?: rel="nofollow noopener noreferrer")?)>$/;
    for (const tag of tagsIn(html)) expect(tag).toMatch(allowed);
  });

  test('and the words stay to be read', () => {
    expect(render('<script>alert(1)</script>')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

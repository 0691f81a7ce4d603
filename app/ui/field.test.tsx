import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TextField } from './field.tsx';

describe('a field', () => {
  test('is described by what is wrong first, and by its help', () => {
    const field = renderToStaticMarkup(
      <TextField name="mail" label="メールアドレス" help="職場のものを" wrong="「@」がありません" />,
    );
    expect(field).toContain('aria-describedby="mail-wrong mail-help"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toMatch(/id="mail-wrong".*「@」がありません/s);
    expect(field).toMatch(/id="mail-help".*職場のものを/s);
  });

  test('points at nothing when there is nothing to say', () => {
    const field = renderToStaticMarkup(<TextField name="mail" label="メールアドレス" />);
    expect(field).toContain('<label class="field__label" for="mail">');
    expect(field).not.toContain('aria-describedby');
    expect(field).not.toContain('aria-invalid');
  });

  test('says that it must be filled in words, and leaves stopping the form to the server', () => {
    const field = renderToStaticMarkup(<TextField name="mail" label="メールアドレス" required />);
    expect(field).toContain('必須');
    expect(field).toContain('aria-required="true"');
    expect(field).not.toMatch(/ required/);
  });
});

import { Section } from '../section.tsx';

export function ThemesSection({ themes, past }: { themes: string[]; past: boolean }) {
  if (themes.length === 0) return null;
  return (
    <Section id="themes" title={past ? '話したこと' : 'テーマ'}>
      <ul className="plainlist">
        {themes.map((theme) => (
          <li key={theme}>{theme}</li>
        ))}
      </ul>
    </Section>
  );
}

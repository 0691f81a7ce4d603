import { Icon } from '../icon.tsx';

/** A handout; `about` tells kind and size: PDF 0.3 MB */
export type Handout = { href: string; title: string; about: string };

export function Files({ files }: { files: Handout[] }) {
  return (
    <ul className="files">
      {files.map(({ href, title, about }) => (
        <li key={href}>
          <a href={href}>
            <Icon name="file" />
            <span>{title}</span>
            <small>{about}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

export type Tab = { href: string; label: string; count?: number; current: boolean };

/** Views of one list, as links. `label` names what they divide: 状態で分ける */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'true' : undefined}>
              {tab.label} {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** つ ties two dots: the only ornament of the site. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.2"
      strokeLinecap="round"
    >
      <path d="M7 14.5C15 8.5 33.5 6.5 33.5 18.5c0 8-8 12.5-15.5 13.5" />
      <circle cx="6.5" cy="15" r="4" fill="currentColor" stroke="none" />
      <circle cx="17" cy="32" r="4" fill="currentColor" stroke="none" />
    </svg>
  );
}

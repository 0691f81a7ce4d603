/** A sentence from the survey, with the consent of who wrote it. */
export function Voice({ text, from }: { text: string; from: string }) {
  return (
    <blockquote className="prose voice">
      <p>{text}</p>
      <p className="small quiet">{from}</p>
    </blockquote>
  );
}

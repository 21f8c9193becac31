/** A part of a whole, told in words; the bar only repeats it. */
export function Share({ label, n, m }: { label: string; n: number; m: number }) {
  return (
    <p style={{ margin: "0 0 10px" }} data-testid="share">
      {label}
      <span className="bar" aria-hidden="true" style={{ display: "block" }}>
        <i style={{ width: `${m ? Math.min(100, (100 * n) / m) : 0}%` }} />
      </span>
    </p>
  );
}

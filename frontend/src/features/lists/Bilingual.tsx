import { Prose } from "@/ui/text";

/** Chinese, and Tibetan below it where there is any. */
export function Bilingual({ zh, bo }: { zh: string; bo: string }) {
  return (
    <>
      <Prose text={zh} />
      {bo && (
        <span lang="bo" className="tibetan">
          {bo}
        </span>
      )}
    </>
  );
}

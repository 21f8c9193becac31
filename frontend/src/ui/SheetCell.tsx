import { useTranslation } from "react-i18next";
import type { Sheet } from "./sheets";

interface Props {
  text: string;
  faults: Sheet["faults"];
  guesses: Sheet["guesses"];
}

/** One cell; its faults and what was guessed of it in words. */
export function SheetCell({ text, faults, guesses }: Props) {
  const { t } = useTranslation();
  const className = faults.length ? "faulty" : guesses.length ? "guessed" : undefined;
  return (
    <td className={className}>
      {text}
      {faults.map(({ message }) => (
        <span key={message} className="fault">
          {message}
        </span>
      ))}
      {guesses.map(({ message, stood, understood }) => (
        <span key={`${message}${stood}`} className="guess">
          {t("sheet.guess", { stood, understood })}
          {message && ` ${message}`}
        </span>
      ))}
    </td>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, type FormInstance } from "antd";
import { problemOf } from "@/api/problem";
import { type PlaceOf, putFaults } from "./faults";
import { useOnce } from "./useOnce";

interface Options<Input, Made> {
  act: (input: Input) => Promise<Made>;
  /** The form whose fields the server's faults belong to. */
  form?: FormInstance;
  placeOf?: PlaceOf;
  /** Said when it is done. */
  done?: string;
  /** At once, such as closing the dialog or forgetting what was kept on this machine. */
  onSaved?: (made: Made) => void;
  /** When everything shown has been asked for anew, such as going on to the next page. */
  onFresh?: (made: Made) => void;
}

interface Saving<Input> {
  /** Deaf while it is still at work. */
  send: (input: Input) => void;
  busy: boolean;
  /** It is done: nothing is saved twice while the next page is on its way. */
  over: boolean;
  error: Error | null;
  /** Somebody else has saved meanwhile. */
  stale: boolean;
  /** What failed is settled; one may send again. */
  reset: () => void;
}

/** The one way to save: once, faults at their fields, afterwards everything shown is asked for anew. */
export function useSaving<Input = void, Made = unknown>(
  options: Options<Input, Made>,
): Saving<Input> {
  const { act, form, placeOf, done, onSaved, onFresh } = options;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { mutateAsync, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: act,
    onSuccess: async (made) => {
      onSaved?.(made);
      if (done) message.success(done);
      await queries.invalidateQueries();
      onFresh?.(made);
    },
    onError: (failure) => {
      if (form) putFaults(form, problemOf(failure).errors, placeOf);
    },
  });
  return {
    send: useOnce((input: Input) => mutateAsync(input)),
    busy: isPending,
    over: isSuccess,
    error,
    stale: error !== null && problemOf(error).code === "stale",
    reset,
  };
}

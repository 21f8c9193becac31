import { queryOptions } from "@tanstack/react-query";
import { county } from "@/api/client";

/** The application behind a provisional matter: its clocks say what is due. */
export const matterWithOrigin = (matter: number) =>
  queryOptions({
    queryKey: ["origin", matter],
    queryFn: async ({ signal }) => {
      const at = (id: number) => ({ params: { path: { id } }, signal });
      const { data } = await county.GET("/api/matters/{id}", at(matter));
      if (!data?.application_id) return null;
      return (await county.GET("/api/applications/{id}", at(data.application_id))).data ?? null;
    },
  });

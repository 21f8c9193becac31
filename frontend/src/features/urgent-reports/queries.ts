import { townshipQuery } from "@/api/client";

export const reportList = () => townshipQuery.queryOptions("get", "/api/urgent-reports");
export const reportOne = (id: number) =>
  townshipQuery.queryOptions("get", "/api/urgent-reports/{id}", { params: { path: { id } } });

/** Every page of the app: its address, its code (fetched when needed) and the data it will want. */

import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { LoaderFunctionArgs, RouteObject } from "react-router";
import { meQuery } from "@/api/me";
import { applicationList, applicationOne } from "@/features/admissions/queries";
import { documentList, documentOne } from "@/features/documents/queries";
import { todoQuery } from "@/features/home/queries";

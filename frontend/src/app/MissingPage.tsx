import { Missing } from "@/ui/states";

export { Missing as Component };

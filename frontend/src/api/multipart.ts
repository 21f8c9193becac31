/** What openapi-fetch sends in parts, such as a file. The generated body calls a file a string: hence the cast. */
export function inParts(parts: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.set(name, part);
  return { body: form as never, bodySerializer: () => form };
}

// Does a value have the shape that one of the generated JSON Schemas says? The few keywords that those use, and no more; an
// unknown field is let be, as a newer agent may send it. Pure. Used by the worker on site files that the agent serves.
import { isRecord } from "./outcome";

export type Schema = Readonly<Record<string, unknown>>;

type Definitions = Readonly<Record<string, Schema>>;

export function fits(value: unknown, schema: Schema, definitions: Definitions): boolean {
  const deeper = (part: unknown, under: unknown) => fits(part, under as Schema, definitions);
  if (typeof schema.$ref === "string") return deeper(value, definitions[schema.$ref.replace("#/$defs/", "")] ?? false);
  if (Array.isArray(schema.anyOf)) return schema.anyOf.some((one) => deeper(value, one));
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case "object":
      return isRecord(value) && fieldsFit(value, schema, deeper);
    case "array":
      return Array.isArray(value) && value.length >= Number(schema.minItems ?? 0) && everyFits(value, schema, deeper);
    case "string":
      return typeof value === "string" && textFits(value, schema);
    default:
      return false;
  }
}

type Deeper = (part: unknown, under: unknown) => boolean;

function fieldsFit(value: Record<string, unknown>, schema: Schema, deeper: Deeper): boolean {
  const required = (schema.required as string[] | undefined) ?? [];
  const known = (schema.properties as Record<string, unknown> | undefined) ?? {};
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => !Object.hasOwn(known, name) || deeper(part, known[name]))
  );
}

function everyFits(value: unknown[], schema: Schema, deeper: Deeper): boolean {
  return value.length <= Number(schema.maxItems ?? 500) && value.every((part) => deeper(part, schema.items));
}

function textFits(value: string, { minLength = 0, maxLength = 10_000, pattern }: Schema): boolean {
  const long = value.length >= Number(minLength) && value.length <= Number(maxLength);
  return long && (typeof pattern !== "string" || new RegExp(pattern, "u").test(value));
}

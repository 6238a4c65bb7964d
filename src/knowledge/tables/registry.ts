import { carriedTable } from "./carried-table.js";
import type { DataTable } from "./data-table.js";
import { rowTable } from "./row-table.js";
import { setTable } from "./set-table.js";
import { techniqueTable } from "./technique-table.js";
import { useTable } from "./use-table.js";

/** Every table of `tidemap tables`. To add one: a file, a line here; docs/guide/tables.md is held to it by a test. */
export const dataTables: readonly DataTable[] = [setTable, rowTable, carriedTable, techniqueTable, useTable];

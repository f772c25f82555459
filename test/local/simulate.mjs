import { underNode24 } from "./under-node-24.mjs";

underNode24("../simulation/main.ts");

import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/matrix.css";
import "./styles/timeline.css";
import "./styles/partners.css";
import "./styles/working.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);

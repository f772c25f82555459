import { Outlet } from "@tanstack/react-router";
import { Announcer } from "../ui/announcer.tsx";
import { ToastCorner } from "../ui/toast-corner.tsx";
import { TooltipHost } from "../ui/tooltip-host.tsx";

export const Root = () => (
  <>
    <Outlet />
    <ToastCorner />
    <Announcer />
    <TooltipHost />
  </>
);

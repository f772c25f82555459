import { useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { meQuery } from "../api/get-me.ts";
import { may } from "../api/may.ts";
import NewPracticeForm from "../features/practices/new-practice-form.tsx";
import { showToast } from "../ui/toast.ts";
import { useTitle } from "../ui/use-title.ts";
import { PracticeFrame } from "./practice-frame.tsx";

export function PracticeNewPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  useTitle(t`New practice`, t`Practices`);

  const open = (id: number, ignoreBlocker: boolean) =>
    void navigate({
      to: "/practices/$id",
      params: { id },
      search: (before) => before,
      replace: ignoreBlocker,
      ignoreBlocker,
    });

  if (!may(me, "practices.write")) return <Navigate to="/practices" replace />;
  return (
    <PracticeFrame title={t`New practice`}>
      <div className="px-6 py-5 max-md:px-4">
        <NewPracticeForm
          onCreated={({ id, name }) => {
            showToast(t`${name} added`);
            open(id, true);
          }}
          onOpenOther={(id) => open(id, false)}
        />
      </div>
    </PracticeFrame>
  );
}

import { Button, Popconfirm, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { attachToContract, contractFile, removeContractFile } from "@/api/contracts";
import { useMe } from "@/api/me";
import { isOfDepartment } from "@/api/roles";
import type { Contract } from "@/api/types";
import { Fault } from "@/ui/Fault";
import { useSaving } from "@/ui/useSaving";

/** What is attached to the contract; none of it is opened in our own pages. */
export function ContractFiles({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const may = isOfDepartment(useMe().role) && contract.under_way !== null;
  const sending = useSaving({ act: (file: File) => attachToContract(contract.id, file) });
  const removing = useSaving({ act: (id: number) => removeContractFile(id) });
  return (
    <>
      {contract.attachments.length === 0 && <p className="muted">{t("contracts.noFiles")}</p>}
      <ul className="files" data-testid="contract-files">
        {contract.attachments.map(({ id, name }) => (
          <li key={id}>
            <a href={contractFile(id)} download={name}>
              {name}
            </a>
            {may && (
              <Popconfirm
                title={t("contracts.removeFile", { name })}
                okText={t("common.remove")}
                cancelText={t("common.cancel")}
                onConfirm={() => removing.send(id)}
              >
                <Button size="small" aria-label={`${t("common.remove")} ${name}`}>
                  {t("common.remove")}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      <Fault error={sending.error ?? removing.error} />
      {may && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            sending.send(file);
            return false;
          }}
        >
          <Button loading={sending.busy}>{t("contracts.addFile")}</Button>
        </Upload>
      )}
    </>
  );
}
